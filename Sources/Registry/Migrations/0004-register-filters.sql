-- The register by theme and by kind of person, each in the order of its numbers, so that a page of it and a count are a
-- short walk however rare the value is. Receptions have no number yet, and so write nothing here.
CREATE INDEX case_file_by_theme ON case_file (organisation, theme, number_year, number_ordinal)
    WHERE number_year IS NOT NULL;
CREATE INDEX case_file_by_stakeholder ON case_file (organisation, stakeholder, number_year, number_ordinal)
    WHERE number_year IS NOT NULL;
