"""What the reader takes away: one writer a format. No Qt here."""
