"""What the reader knows and has chosen: corrections, and the file that keeps them. No Qt here."""
