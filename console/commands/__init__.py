"""What a person can do at the console, as one table: menus, keys, palette and F1 sheet are made from it."""
