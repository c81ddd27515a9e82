-- Clusters are told of times kept for them to confirm, of a swap asked of them, and of its answer.
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('slot-freed', 'question', 'colleague', 'refusal', 'places-kept', 'swap-asked', 'swap-answered'));
