"""What the text says: scripts, words, readings, alignment. No Qt here."""
