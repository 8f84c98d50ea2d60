"""Grammar: the sets of tags, dependencies, labels and signs that several modules ask for, once.

Tags are the Penn Treebank's, dependencies ClearNLP's, labels of entities OntoNotes'.
"""

from __future__ import annotations

__all__ = [
    "ALL_SUBJECTS",
    "AMOUNT_LABELS",
    "AUXILIARIES",
    "BASE_VERB_TAGS",
    "BREAK_TAGS",
    "COMMON_NOUN_TAGS",
    "CONNECTIVE_TAGS",
    "CUE_CLAUSE",
    "FINITE_TAGS",
    "FUNCTION_TAGS",
    "HYPHENS",
    "INDICATIVE_TAGS",
    "MARK_TAGS",
    "NOMINAL_SUBJECTS",
    "NOUN_PHRASE_TAGS",
    "NOUN_TAGS",
    "PARTICLES",
    "PERSONAL_TAGS",
    "PHRASAL",
    "PLURAL_TAGS",
    "POSSESSIVE_TAGS",
    "PREMODIFIERS",
    "PROFORM_TAGS",
    "PROPER_NOUN_TAGS",
    "STOP_TAGS",
    "SUBJECTS",
    "TIME_LABELS",
    "TOLD",
    "UNTAKEN_VERB_TAGS",
    "WITHIN_NOUN",
]

# --- tags -------------------------------------------------------------------------------------

# finite verbs but modals: said, says
INDICATIVE_TAGS = frozenset({"VBD", "VBP", "VBZ"})
# verbs that a noun before another looks like: harbour master
BASE_VERB_TAGS = frozenset({"VB", "VBP"})
# finite verbs
FINITE_TAGS = frozenset({*INDICATIVE_TAGS, "MD"})
# verbs whose subject the parse may lack
UNTAKEN_VERB_TAGS = frozenset({*INDICATIVE_TAGS, "VBN"})
# he, his, who, whose
PERSONAL_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$"})
# his, whose
POSSESSIVE_TAGS = frozenset({"PRP$", "WP$"})
# he, his, who, whose, that, there, which
PROFORM_TAGS = frozenset({*PERSONAL_TAGS, "DT", "EX", "WDT"})
# nouns, names among them
COMMON_NOUN_TAGS = frozenset({"NN", "NNS"})
PROPER_NOUN_TAGS = frozenset({"NNP", "NNPS"})
NOUN_TAGS = COMMON_NOUN_TAGS | PROPER_NOUN_TAGS
PLURAL_TAGS = frozenset({"NNPS", "NNS"})
# all that a bare noun phrase is made of
NOUN_PHRASE_TAGS = frozenset(
    {"CD", "DT", "FW", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"}
)
# words that end no phrase
CONNECTIVE_TAGS = frozenset({"CC", "DT", "IN", "TO"})
# quotation marks
MARK_TAGS = frozenset({"``", "''"})
# what sets a phrase off
BREAK_TAGS = frozenset({",", ":", *MARK_TAGS})
# what ends a sentence
STOP_TAGS = frozenset({".", "''"})
# words that are part of no name
FUNCTION_TAGS = frozenset(
    {
        "CC",
        "CD",
        "DT",
        "EX",
        "IN",
        "MD",
        "PDT",
        "POS",
        "PRP",
        "PRP$",
        "RP",
        "TO",
        "WDT",
        "WP",
        "WP$",
        "WRB",
        ".",
        ",",
        ":",
        *MARK_TAGS,
        "-LRB-",
        "-RRB-",
        "HYPH",
    }
)

# --- dependencies -----------------------------------------------------------------------------

# has, was, before another verb
AUXILIARIES = frozenset({"aux", "auxpass"})
# noun phrases that are a subject
NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# noun phrases and clauses that are one
SUBJECTS = frozenset({*NOMINAL_SUBJECTS, "csubj"})
# all subjects, with the empty “there”
ALL_SUBJECTS = frozenset({*SUBJECTS, "expl"})
# what stands before its noun
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod"})
# between the start of a plain noun phrase and its head
WITHIN_NOUN = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
# whom somebody tells something, or what is told
TOLD = frozenset({"dative", "dobj", "nsubjpass"})
# what counts with all that hangs on it
PHRASAL = frozenset({*SUBJECTS, "agent", "dative", "npadvmod", "pobj", "prep"})
# what belongs to a reporting word's own clause
CUE_CLAUSE = frozenset({*PHRASAL, *AUXILIARIES, "advmod", "neg", "prt"})
# small words with a cue that tell how it reports
PARTICLES = frozenset({*AUXILIARIES, "advmod", "agent", "mark", "neg", "prep"})

# --- labels -----------------------------------------------------------------------------------

TIME_LABELS = frozenset({"DATE", "TIME"})
# what is nobody's name
AMOUNT_LABELS = frozenset({*TIME_LABELS, "CARDINAL", "MONEY", "ORDINAL", "PERCENT", "QUANTITY"})

# --- signs ------------------------------------------------------------------------------------

# what joins the parts of a word, where no space stands around it
HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}")
