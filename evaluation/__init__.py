"""How good is it? What ``make eval`` measures; each part is a package of its own."""
