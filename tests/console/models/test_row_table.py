from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from console.models.row_table import Column, RowTable


@dataclass(frozen=True)
class Car:
    plate: str
    fee: int


@pytest.fixture
def table(qapp):
    made = RowTable[Car](
        (
            Column(lambda: "Plate", lambda car: car.plate, order="plate"),
            Column(lambda: "Fee", lambda car: str(car.fee), figures=True),
        ),
        lambda car: car.plate,
    )
    made.show_rows([Car("ABC", 40), Car("XYZ", 60)])
    return made


def test_rows_show_their_texts_and_figures_stand_right(table):
    assert table.data(table.index(1, 0)) == "XYZ"
    assert table.data(table.index(1, 1)) == "60"
    side = table.data(table.index(1, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Fee"


def test_the_same_cars_again_leave_the_view_where_it_is(table, qtbot):
    with qtbot.assertNotEmitted(table.modelReset):
        table.show_rows([Car("ABC", 80), Car("XYZ", 60)])
    assert table.data(table.index(0, 1)) == "80"


def test_other_cars_reset_the_view(table, qtbot):
    with qtbot.waitSignal(table.modelReset):
        table.show_rows([Car("XYZ", 60)])
    assert table.place_of("XYZ") == 0
    assert table.place_of("ABC") == -1


def test_a_click_on_a_heading_asks_the_store_to_sort(table, qtbot):
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.sort(0, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["plate", True]
    with qtbot.assertNotEmitted(table.sort_asked):
        table.sort(1)


def test_nothing_is_shown_beyond_the_rows(table):
    assert table.row_at(2) is None
    assert table.data(table.index(5, 0)) is None
