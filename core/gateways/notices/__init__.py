"""What payment services send by themselves: taken for a doorbell, and only where it is really theirs."""
