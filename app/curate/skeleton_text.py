"""The text of a skeleton: every key of a record, what goes there, and a FILL wherever a fact is missing."""

import textwrap
from collections.abc import Mapping
from string import Template

from app.records.anchors import PREFIXES
from app.records.vocabulary import Vocabulary

_WIDTH = 118
_TEXT = """---
# Replace every FILL; `sourcebook check` names those that are left. Leave out what is not known; never guess.
# A line that begins with #word: is optional; take the # away to use it, or delete it.
# Comments such as this one may go once they are read.

# The full title in English; of an act in another language our translation.
title: $title
#short_title: FILL what people call it
# BCP 47 language and official title, for every act that is not in English.
#original_titles: {fr: "FILL official title"}
# Every alias is a question that must find this record first; wrong: true marks a known misnomer.
#aliases: ["FILL another name", {name: "FILL a misnomer", wrong: true}]
# Who issued it: $level_list
level: $level
# The form in its own legal order, the first that fits: $type_list
type: $type
# How the whole binds: $force_list
force: FILL
# How it reaches a public buyer (direct: a buyer or bidder applies it): $link_list
procurement_link: FILL
# ISO 3166 in lower case (no, us-ca) or an organisation of corpus/places; at least one.
places: [$place]
issuer: FILL who adopted it
# An organisation's rules for its own buying:
#own_procurement: true
# Only the handful of framework instruments that everybody cites:
#principal: true
# Keys in lower_snake: celex, eli, un_symbol, far, usc, bgbl, lov, bill_number ...
#identifiers: {celex: "FILL"}

# Of the status, the day up to which the source shows it, and the source: $status_list
status:
  value: FILL
  as_of: FILL
  by: s1
# Days as far as they are known: 2017, 2017-04 or 2017-04-02.
dates:
  adopted: FILL
  #proposed: FILL
  #signed: FILL
  #published: FILL
  #in_force: FILL
  #applicable: FILL
  #transposition: FILL
  #ended: FILL
  #period_from: FILL
  #period_to: FILL
  #amended: [{date: FILL, by: "FILL amending act", what: "FILL what changed"}]
# chain_depth is one of: $chain_list
#scope: {who: "FILL", where: "FILL", contracts: "FILL", chain_depth: FILL, excludes: "FILL"}
#enforcement: [{body: "FILL", power: "FILL", sanction: "FILL", anchor: art_FILL, by: s1, state: FILL}]
# Some of: $sector_list
#sectors: [FILL]
#languages: {authentic: [FILL], read: FILL}
# Said once, at the side that acts; to: is an id or id#anchor; type is one of: $relation_list
#relations: [{type: FILL, from: art_FILL, to: FILL, state: FILL, by: s1, note: "FILL"}]
# Seen in the catalogue: {listed: yes, edition: web-catalogue, entry: "14", seen: 2026-11-22}; never no.
osce_compendium: {listed: unknown}

# Kinds: $kind_list.
# Only official (read at the publisher itself) and official-copy (a complete, dated copy) can verify a fact.
# A copy also says where it was read, of which day it is, and when we opened it (read_from, copy_date, seen).
sources:
  s1:
    title: FILL the document that was opened
    publisher: FILL
    kind: FILL
    url: FILL
    seen: FILL
    #read_from: FILL where the copy stands
    #commit: FILL
    #copy_date: FILL
    #language: FILL
    #note: FILL
# The state of a fact: $state_list. What is not named here is unverified.
# verified: somebody read the wording in s1. reported: s1 is not the wording. disputed: name both, by: [s1, s2].
verification:
  title: {state: FILL, by: s1}
  dates.adopted: {state: FILL, by: s1}
  status: {state: FILL, by: s1}
# Where the official wording is published.
#text: {url: FILL, format: FILL, language: FILL, licence: "FILL"}

# Provisions by anchor, in their own order, each with a heading in the body. An anchor stays for ever: parts joined by
# two underscores, prefix_number (art_9__para_5), or x_slug where there is no number. Prefixes: $prefixes
# Nothing to pinpoint? Delete provisions and the heading; write role, measures and the other tags at the top level,
# and whole: under verification.
provisions:
  art_FILL:
    # $role_list. Only operative needs a measure.
    role: FILL
    # Only what this provision itself asks, allows or recommends: $measure_list
    measures: [FILL]
    # Where in a purchase it bites, as the text says; none for scope and definition: $stage_list
    stages: [FILL]
    # What it names, in its own words or by the offences it refers to: $exploitation_list
    exploitation: [FILL]
    # Only groups it names (child labour always brings children): $group_list
    #groups_at_risk: [FILL]
    # Who is bound (not who profits), how strongly, and if: on what condition.
    # who: $addressee_list
    # duty: $duty_list
    duties:
      - {who: FILL, duty: FILL, if: "FILL condition, or leave if out"}
    #original_term: FILL the term of the official language
    # A measure that somebody reads into it; shown apart, never counted.
    #read_as: [{measure: FILL, by_whom: "FILL", note: "FILL"}]
    # Our reading, sparingly: $recommendation_list; $step_list
    #recommendations: [FILL]
    #steps: [FILL]
    # The date of the text that was read, where a later amendment is known.
    #as_of: FILL
    state: FILL
    by: s1
# Numbers it sets itself: thresholds, fines, periods.
#figures: [{what: "FILL", value: FILL, unit: "FILL", anchor: art_FILL, as_of: FILL, by: s1, state: FILL}]
# A named person who read the record against the law.
#reviewed: [{by: "FILL", on: FILL, what: "FILL"}]
history:
  - {on: $day, change: added}
---
FILL Summary, two to five sentences of our own: what it does, whom it binds, since when, why it matters to a buyer.

## Article FILL: FILL short heading {#art_FILL}
FILL In our own words: what the provision asks, of whom, on what condition, with which exceptions.
"""
_LISTS = {
    "level": "level",
    "type": "type",
    "force": "force",
    "link": "link",
    "status": "status",
    "chain": "chain-depth",
    "sector": "sector",
    "relation": "relation",
    "kind": "source-kind",
    "state": "verification",
    "role": "provision-role",
    "measure": "measure",
    "stage": "stage",
    "exploitation": "exploitation",
    "group": "group-at-risk",
    "addressee": "addressee",
    "duty": "duty",
    "recommendation": "recommendation",
    "step": "step",
}


def skeleton_text(facts: Mapping[str, str], vocabularies: Mapping[str, Vocabulary]) -> str:
    """The skeleton with the facts known so far (title, level, type, place, day) and the lists as they are today."""
    lists = {f"{name}_list": ", ".join(vocabularies[scheme].concepts) for name, scheme in _LISTS.items()}
    filled = Template(_TEXT).substitute(facts, **lists, prefixes=" ".join(PREFIXES))
    return "\n".join(part for line in filled.split("\n") for part in _wrapped(line))


def _wrapped(line: str) -> list[str]:
    """A comment that is too long goes on in the next line."""
    words = line.lstrip()
    if not words.startswith("# ") or len(line) <= _WIDTH:
        return [line]
    start = line[: len(line) - len(words)] + "# "
    return textwrap.wrap(words[2:], _WIDTH, initial_indent=start, subsequent_indent=start, break_on_hyphens=False)
