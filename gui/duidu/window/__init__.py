"""The window around the page: docks, dialogs, actions, preferences, jobs."""
