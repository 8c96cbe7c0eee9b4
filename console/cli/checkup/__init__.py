"""What `lotkeeper doctor` looks at: the program, its folder, what is wired to it."""
