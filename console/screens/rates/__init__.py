"""The landlord's rates: rules that read like the sign, what they cost, and when they hold."""
