"""`Document` → `Reading`: who said, asked, offered or refused what, in which words."""
