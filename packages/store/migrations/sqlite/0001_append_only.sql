-- Responses are the truth that every result is derived from: they are never changed.
CREATE TRIGGER `response_append_only` BEFORE UPDATE ON `response`
BEGIN
  SELECT RAISE(ABORT, 'responses are append-only');
END;
