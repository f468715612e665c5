"""What ships beside the code: samples, icons, the built dictionary."""
