"""Where text comes from: encodings, formats, and the shape of an article. No Qt here."""
