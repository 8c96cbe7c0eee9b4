"""Four short sounds, told apart by their melody."""
