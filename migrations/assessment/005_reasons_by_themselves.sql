-- Items accepted together without a reason of their own: the sentence was stored in the language of whoever accepted them.
-- Now it is said in the language of whoever reads it.
update assessment_item set reason = '' where decided_together = 1 and reason in
    ('Svarene ligger tæt på hinanden.', 'Svarene ligger tett på hverandre.', 'The answers lie close to each other.');
