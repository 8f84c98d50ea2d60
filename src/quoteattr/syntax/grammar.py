"""Grammar: the sets of tags, dependencies, labels and signs that rules and features ask for, once.

Tags are the Penn Treebank's, dependencies ClearNLP's, labels of entities OntoNotes'.
"""

from __future__ import annotations

__all__ = [
    "ALL_SUBJECTS",
    "AMOUNT_LABELS",
    "ARGUMENTS",
    "AUXILIARIES",
    "BREAK_TAGS",
    "CLAUSES",
    "CLAUSE_OPENERS",
    "COMMON_NOUN_TAGS",
    "COMPLEMENTS",
    "CONNECTIVE_TAGS",
    "CUE_CLAUSE",
    "FINITE_TAGS",
    "FRAME_WORDS",
    "FUNCTION_TAGS",
    "HYPHENS",
    "INDICATIVE_TAGS",
    "INHERITING",
    "LEADING_DEPENDENTS",
    "LINE_END_TAGS",
    "LINKING_TAGS",
    "MARK_TAGS",
    "MENTION_TAGS",
    "NARROWING",
    "NOMINAL_DEPS",
    "NOMINAL_SUBJECTS",
    "NOUN_PHRASE_TAGS",
    "NOUN_TAGS",
    "OBJECTS",
    "OWNERS_ABOVE",
    "PARTICLES",
    "PERSONAL_TAGS",
    "PHRASAL",
    "PLURAL_TAGS",
    "POSSESSIVE_TAGS",
    "PREMODIFIERS",
    "PREPOSITIONAL",
    "PROFORM_TAGS",
    "PROPER_NOUN_TAGS",
    "STANDALONE_TAGS",
    "STANDING_BESIDE",
    "STATED_SUBJECTS",
    "STOP_TAGS",
    "SUBJECTS",
    "SUBJECTS_OR_MARKER",
    "TAILS",
    "THIRD_PERSON_TAGS",
    "TIME_LABELS",
    "TOLD",
    "UNEXTENDED_TAGS",
    "UNTAKEN_VERB_TAGS",
    "WITHIN_NOUN",
]

# --- tags -------------------------------------------------------------------------------------

# finite verbs but modals: said, says
INDICATIVE_TAGS = frozenset({"VBD", "VBP", "VBZ"})
# finite verbs
FINITE_TAGS = frozenset({*INDICATIVE_TAGS, "MD"})
# verbs whose subject the parse may lack
UNTAKEN_VERB_TAGS = frozenset({*INDICATIVE_TAGS, "VBN"})
# verbs that a name can be the subject of
THIRD_PERSON_TAGS = frozenset({"VBD", "VBN", "VBZ"})
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
# heads of mentions
MENTION_TAGS = frozenset({*NOUN_TAGS, "PRP", "WDT", "WP"})
# heads of mentions without a noun: the first, two
STANDALONE_TAGS = frozenset({"CD", "DT", "JJ", "JJR", "JJS"})
# mentions that nothing narrows down
UNEXTENDED_TAGS = frozenset({"NNP", "NNPS", "PRP", "WDT", "WP", *POSSESSIVE_TAGS})
PLURAL_TAGS = frozenset({"NNPS", "NNS"})
# all that a bare noun phrase is made of
NOUN_PHRASE_TAGS = frozenset(
    {"CD", "DT", "FW", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"}
)
# words that end no phrase
CONNECTIVE_TAGS = frozenset({"CC", "DT", "IN", "TO"})
# words and punctuation that end no phrase
LINKING_TAGS = frozenset({*CONNECTIVE_TAGS, ",", ":"})
# quotation marks
MARK_TAGS = frozenset({"``", "''"})
# what sets a phrase off
BREAK_TAGS = frozenset({",", ":", *MARK_TAGS})
# what ends a sentence
STOP_TAGS = frozenset({".", "''"})
# what ends a paragraph that is no headline
LINE_END_TAGS = frozenset({*STOP_TAGS, ",", ":"})
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
# subjects that are no clause
STATED_SUBJECTS = frozenset({*NOMINAL_SUBJECTS, "expl"})
# what shows a clause to be one of its own
SUBJECTS_OR_MARKER = frozenset({*NOMINAL_SUBJECTS, "mark"})
# what the rest of a sentence opens with, where it is a clause
CLAUSE_OPENERS = frozenset({*NOMINAL_SUBJECTS, "aux", "cc", "mark"})
# places of a noun
NOMINAL_DEPS = frozenset({*ALL_SUBJECTS, "appos", "attr", "conj", "dative", "dobj", "pobj", "poss"})
# places of a mention without a noun
ARGUMENTS = frozenset({*NOMINAL_SUBJECTS, "appos", "attr", "conj", "dep", "dobj", "pobj", "poss"})
# what stands before its noun
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod"})
# what stands before its noun, articles and owners among it
LEADING_DEPENDENTS = frozenset({*PREMODIFIERS, "advmod", "case", "det", "poss", "predet"})
# between the start of a plain noun phrase and its head
WITHIN_NOUN = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
# what narrows a noun down behind it
NARROWING = frozenset({"acl", "amod", "prep", "relcl"})
# whom somebody tells something, or what is told
TOLD = frozenset({"dative", "dobj", "nsubjpass"})
OBJECTS = frozenset({"attr", "dobj", "oprd", "pobj"})
# what a word may report
COMPLEMENTS = frozenset(
    {
        "acl",
        "acomp",
        "advcl",
        "attr",
        "ccomp",
        "conj",
        "dative",
        "dep",
        "dobj",
        "npadvmod",
        "nsubjpass",
        "oprd",
        "pcomp",
        "pobj",
        "prep",
        "relcl",
        "xcomp",
    }
)
# clauses that hang on a word
CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl", "xcomp"})
# what has an object of its own
PREPOSITIONAL = frozenset({"agent", "dative", "prep", "prt"})
# what counts with all that hangs on it
PHRASAL = frozenset({*SUBJECTS, "agent", "dative", "npadvmod", "pobj", "prep"})
# what belongs to a reporting word's own clause
CUE_CLAUSE = frozenset({*PHRASAL, *AUXILIARIES, "advmod", "neg", "prt"})
# what a content may end before
TAILS = frozenset(
    {"acl", "advcl", "advmod", "appos", "cc", "conj", "npadvmod", "parataxis", "prep", "relcl"}
)
# verbs that may share the subject of what they hang on
INHERITING = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "pcomp", "prep", "relcl", "xcomp"})
# what makes the noun above a kind of subject
OWNERS_ABOVE = frozenset({"acl", "amod", "appos", "relcl"})
# nouns with a reporting word that are no subject
STANDING_BESIDE = frozenset({"attr", "compound", "dative", "dobj", "npadvmod", "pobj", "poss"})
# small words with a cue that tell how it reports
PARTICLES = frozenset({*AUXILIARIES, "advmod", "agent", "mark", "neg", "prep"})
# small words with a cue, and what makes it another verb
FRAME_WORDS = frozenset({*PARTICLES, "dative", "prt"})

# --- labels -----------------------------------------------------------------------------------

TIME_LABELS = frozenset({"DATE", "TIME"})
# what is nobody's name
AMOUNT_LABELS = frozenset({*TIME_LABELS, "CARDINAL", "MONEY", "ORDINAL", "PERCENT", "QUANTITY"})

# --- signs ------------------------------------------------------------------------------------

# what joins the parts of a word, where no space stands around it
HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}")
