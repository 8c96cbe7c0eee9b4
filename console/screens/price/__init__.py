"""The price of the lot as a sentence that a landlord can say."""
