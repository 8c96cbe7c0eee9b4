"""What every screen reads: written by the bridge and by the results of commands."""
