-- What lists are searched by, in lower case: neither engine folds letters beyond ASCII here, so that is done in code.
ALTER TABLE organizations ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE teams ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE organizations SET search_text = lower(name || ' ' || number);
UPDATE teams SET search_text = lower(name);
