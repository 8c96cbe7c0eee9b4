"""Values in; PDF, CSV and ESC/POS out."""
