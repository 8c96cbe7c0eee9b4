"""Small marks of fields, in both inks: a stylesheet takes pictures only as files."""
