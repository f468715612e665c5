"""What words mean: dictionary entries and their store. No Qt here."""
