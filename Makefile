# Lotkeeper: make setup | demo | test | check | bench | soak | models | i18n | screenshots | clean
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# What PySide6 needs on Debian and Ubuntu, and what the tests need besides: far sides we did not write.
APP_PACKAGES := python3-venv libegl1 libgl1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 \
  libfontconfig1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
  libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libusb-1.0-0 libcups2
TEST_PACKAGES := postgresql iproute2 faketime python3-gi gir1.2-gst-rtsp-server-1.0 gstreamer1.0-plugins-base \
  gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-plugins-ugly gstreamer1.0-libav samba \
  ffmpeg mbpoll mosquitto nut-server poppler-utils socat cups-daemon systemd \
  $(shell command -v node >/dev/null || echo nodejs) $(shell command -v npm >/dev/null || echo npm)
# What the models are trained with: typefaces of plates (others come with npm), and the numbers that made
# the shipped weights. STREETS is the folder of license-plate-dataset with its truth.jsonl. What is drawn takes
# about 13 GB in build/training. npm often comes from elsewhere than the distribution.
TRAINING_PACKAGES := python3-venv fonts-roadgeek fonts-opendin fonts-noto-cjk $(shell command -v npm >/dev/null || echo npm)
TRAINING_VENV := build/training-venv
TRAINING_FOLDERS := --fonts build/fonts --work build/training
DETECTOR_NUMBERS := --seed 2 --samples 18000 --epochs 4 --threads 2
RECOGNISER_NUMBERS := --seed 1 --samples 160000 --epochs 1 --threads 2

.PHONY: setup setup-tests demo test check bench soak models streets-given i18n screenshots clean

setup: $(VENV)/.made

$(VENV)/.made: requirements.lock pyproject.toml Makefile
	@$(call install_missing,$(APP_PACKAGES))
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

setup-tests: setup
	@$(call install_missing,$(TEST_PACKAGES))
	@$(BIN)/python -m tests.far_sides.side_venv emupos 3.13
	@$(BIN)/python -m tests.far_sides.side_venv ipycam 3.11
	@$(BIN)/python -m tests.far_sides.side_venv localstripe 3.11
	@$(BIN)/python -m tests.far_sides.npm_side

demo: setup
	$(BIN)/lotkeeper demo

test: setup-tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "not soak"

soak: setup-tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m soak

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: setup-tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

models: streets-given $(TRAINING_VENV)/.made
	$(TRAINING_VENV)/bin/python -m resources.models.training.train_detector --streets "$(STREETS)" \
	  $(TRAINING_FOLDERS) $(DETECTOR_NUMBERS)
	$(TRAINING_VENV)/bin/python -m resources.models.training.train_reader $(TRAINING_FOLDERS) $(RECOGNISER_NUMBERS)
	@echo "their SHA-256 belong into devices/recognition/models.py and docs/models; no other is opened"

streets-given:
	@test -f "$(STREETS)/truth.jsonl" || { echo "say where the street pictures are: make models STREETS=FOLDER"; exit 2; }

$(TRAINING_VENV)/.made: requirements.lock pyproject.toml
	@$(call install_missing,$(TRAINING_PACKAGES))
	$(PYTHON) -m venv $(TRAINING_VENV)
	$(TRAINING_VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(TRAINING_VENV)/bin/pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[training]'
	@touch $@

i18n: setup
	$(BIN)/python -m resources.i18n.build

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m docs.screenshots

clean:
	rm -rf $(VENV) build *.egg-info demo-output bench-output .mypy_cache .ruff_cache

# Install only what is missing, so that a machine that has it all needs neither network nor rights.
define install_missing
missing=""; for package in $(1); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  if command -v apt-get >/dev/null; then \
    echo "installing:$$missing"; \
    $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
      --no-install-recommends $$missing >/dev/null; \
  else echo "please install what corresponds to:$$missing"; fi; \
fi
endef
