"""Tables of frozen rows for Qt's views."""
