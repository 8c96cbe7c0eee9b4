"""What a stay costs, and why: rate plans and the quotes made from them."""
