"""Icons, fonts, sounds, translations, themes and sample data that ship with the program."""
