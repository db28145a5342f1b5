# One door: what a developer, an operator and CI run. Each target says what it does; the second time is quick.

PORT ?= 8080
DATA ?= ./data
BUILD := swift build
# The import check makes the manifest the law: a target may use only what it declares.
CHECKED := --explicit-target-dependency-import-check error
RELEASE := .build/release/doleances

.PHONY: help run test check demo atelier bench prove scan install

help:
	@echo "make run    the server on http://127.0.0.1:$(PORT), with its data in $(DATA)"
	@echo "make test   everything the tests need, then all of them"
	@echo "make check  format, build with the import check, house tests, sizes, bans, links, requirements"
	@echo "make demo   the server over a year of a film school and of two other providers"
	@echo "make atelier  every page, letter and notice in every state, made of samples"
	@echo "make bench  the measures of docs/measures.md"
	@echo "make prove  the long experiments at full size: a thousand kills, power cuts and the like, an hour or more"
	@echo "make scan   wapiti and sqlmap over every page, as everybody who may come in, half an hour"

install:
	@Tools/install run

run: install
	@echo "» Building (some minutes the first time)…"
	@$(BUILD) -c release --product doleances
	@exec $(RELEASE) serve --data $(DATA) --port $(PORT)

demo: install
	@echo "» Building (some minutes the first time)…"
	@$(BUILD) -c release --product doleances
	@exec $(RELEASE) demo --port $(PORT)

atelier: install
	@$(BUILD) --product doleances
	@exec .build/debug/doleances atelier --port $(PORT)

test:
	@Tools/install test
	@Tools/test

check:
	@Tools/install test
	@Tools/check

bench:
	@Tools/install test
	@$(BUILD) -c release --product doleances
	@Tools/bench

prove:
	@Tools/install test
	@$(BUILD) -c release --product doleances
	@Tools/prove

scan:
	@Tools/install scan
	@$(BUILD) -c release --product doleances
	@python3 Tests/experiments/scanners.py --all
