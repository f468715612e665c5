"""The page: two linked panes of one article."""
