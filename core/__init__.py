"""What a car park is and does, without a screen and without hardware."""
