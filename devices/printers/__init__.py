"""Receipt printers: where finished ESC/POS bytes go."""
