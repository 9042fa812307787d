"""The text of a skeleton: every key of a record, what goes there, and a TODO wherever a fact is missing."""

import textwrap
from collections.abc import Mapping
from string import Template

from app.records.anchors import PREFIXES
from app.records.vocabulary import Vocabulary

_WIDTH = 118
_TEXT = """---
# Fill in every TODO; `sourcebook check` names those that are left. Leave out what is not known; never guess.
# A line that begins with #word: is optional; take the # away to use it, or delete it.
# Comments such as this one may go once they are read.

# The full title in English; of an act in another language our translation.
title: $title
#short_title: TODO what people call it
# BCP 47 language and official title, for every act that is not in English.
#original_titles: {fr: "TODO official title"}
# Every alias is a question that must find this record first; wrong: true marks a known misnomer.
#aliases: ["TODO another name", {name: "TODO a misnomer", wrong: true}]
# Who issued it: $level_list
level: $level
# The form in its own legal order, the first that fits: $type_list
type: $type
# How the whole binds: $force_list
force: TODO
# How it reaches a public buyer (direct: a buyer or bidder applies it): $link_list
procurement_link: TODO
# ISO 3166 in lower case (no, us-ca) or an organisation of corpus/places; at least one.
places: [$place]
issuer: TODO who adopted it
# An organisation's rules for its own buying:
#own_procurement: true
# Only the handful of framework instruments that everybody cites:
#principal: true
# Keys in lower_snake: celex, eli, un_symbol, far, usc, bgbl, lov, bill_number ...
#identifiers: {celex: "TODO"}

# Of the status, the day up to which the source shows it, and the source: $status_list
status:
  value: TODO
  as_of: TODO
  by: s1
# Days as far as they are known: 2017, 2017-04 or 2017-04-02.
dates:
  adopted: TODO
  #proposed: TODO
  #signed: TODO
  #published: TODO
  #in_force: TODO
  #applicable: TODO
  #transposition: TODO
  #ended: TODO
  #period_from: TODO
  #period_to: TODO
  #amended: [{date: TODO, by: "TODO amending act", what: "TODO what changed"}]
# chain_depth is one of: $chain_list
#scope: {who: "TODO", where: "TODO", contracts: "TODO", chain_depth: TODO, excludes: "TODO"}
#enforcement: [{body: "TODO", power: "TODO", sanction: "TODO", anchor: art_TODO, by: s1, state: TODO}]
# Some of: $sector_list
#sectors: [TODO]
#languages: {authentic: [TODO], read: TODO}
# Said once, at the side that acts; to: is an id or id#anchor; type is one of: $relation_list
#relations: [{type: TODO, from: art_TODO, to: TODO, state: TODO, by: s1, note: "TODO"}]
# Seen in the catalogue: {listed: yes, edition: web-catalogue, entry: "14", seen: 2026-11-22}; never no.
osce_compendium: {listed: unknown}

# Kinds: $kind_list.
# Only official (read at the publisher itself) and official-copy (a complete, dated copy) can verify a fact.
# A copy also says where it was read, of which day it is, and when we opened it (read_from, copy_date, seen).
sources:
  s1:
    title: TODO the document that was opened
    publisher: TODO
    kind: TODO
    url: TODO
    seen: TODO
    #read_from: TODO where the copy stands
    #commit: TODO
    #copy_date: TODO
    #language: TODO
    #note: TODO
# The state of a fact: $state_list. What is not named here is unverified.
# verified: somebody read the wording in s1. reported: s1 is not the wording. disputed: name both, by: [s1, s2].
verification:
  title: {state: TODO, by: s1}
  dates.adopted: {state: TODO, by: s1}
  status: {state: TODO, by: s1}
# Where the official wording is published.
#text: {url: TODO, format: TODO, language: TODO, licence: "TODO"}

# Provisions by anchor, in their own order, each with a heading in the body. An anchor stays for ever: parts joined by
# two underscores, prefix_number (art_9__para_5), or x_slug where there is no number. Prefixes: $prefixes
# Nothing to pinpoint? Delete provisions and the heading; write role, measures and the other tags at the top level,
# and whole: under verification.
provisions:
  art_TODO:
    # $role_list. Only operative needs a measure.
    role: TODO
    # Only what this provision itself asks, allows or recommends: $measure_list
    measures: [TODO]
    # Where in a purchase it bites, as the text says; none for scope and definition: $stage_list
    stages: [TODO]
    # What it names, in its own words or by the offences it refers to: $exploitation_list
    exploitation: [TODO]
    # Only groups it names (child labour always brings children): $group_list
    #groups_at_risk: [TODO]
    # Who is bound (not who profits), how strongly, and if: on what condition.
    # who: $addressee_list
    # duty: $duty_list
    duties:
      - {who: TODO, duty: TODO, if: "TODO condition, or leave if out"}
    #original_term: TODO the term of the official language
    # A measure that somebody reads into it; shown apart, never counted.
    #read_as: [{measure: TODO, by_whom: "TODO", note: "TODO"}]
    # Our reading, sparingly: $recommendation_list; $step_list
    #recommendations: [TODO]
    #steps: [TODO]
    # The date of the text that was read, where a later amendment is known.
    #as_of: TODO
    state: TODO
    by: s1
# Numbers it sets itself: thresholds, fines, periods.
#figures: [{what: "TODO", value: TODO, unit: "TODO", anchor: art_TODO, as_of: TODO, by: s1, state: TODO}]
# A named person who read the record against the law.
#reviewed: [{by: "TODO", on: TODO, what: "TODO"}]
history:
  - {on: $day, change: added}
---
TODO Summary, two to five sentences of our own: what it does, whom it binds, since when, why it matters to a buyer.

## Article TODO: TODO short heading {#art_TODO}
TODO In our own words: what the provision asks, of whom, on what condition, with which exceptions.
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
