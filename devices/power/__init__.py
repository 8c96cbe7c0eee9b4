"""What feeds this machine, as uninterruptible power supplies tell it."""
