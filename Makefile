# Clinometer: every way to build, check and try it. `make` alone lists the targets.

SWIFT ?= swift
CLINO := .build/release/clino
REPORT := report.html
SWIFT_SOURCES := Sources Tests Benchmarks Package.swift

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help bootstrap bootstrap-check demo test lint tidy build release vectors bench format clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

bootstrap: ## Install what is missing: system libraries and the figure renderer.
	@tools/bootstrap

bootstrap-check: ## Install what the tests need besides: readers of Parquet files.
	@tools/bootstrap checks

demo: bootstrap release ## Replay the crash of 2025-11-21 and write report.html.
	$(CLINO) replay 2025-11-21 --report $(REPORT) --force
	@echo "Report: $(CURDIR)/$(REPORT)"

test: bootstrap-check lint tidy build release vectors ## Run every check that CI runs.
	$(SWIFT) test --skip-build --disable-xctest --quiet

lint: ## Check the formatting of the Swift sources.
	$(SWIFT) format lint --strict --recursive --parallel $(SWIFT_SOURCES)

tidy: ## Check what the formatter cannot: lengths, imports, markers, links.
	@python3 tools/tidy.py --self-test
	@python3 tools/tidy.py

build: ## Build everything with its tests; a warning is an error.
	$(SWIFT) build --build-tests --disable-xctest

release: ## Build the command line program and its fetcher with optimisation.
	$(SWIFT) build -c release --product clino
	$(SWIFT) build -c release --product clino-fetch

vectors: release ## Run the shared vectors through the engine.
	@tools/vectors $(CLINO)

bench: bootstrap release ## Build and run the benchmarks, each beside its peer.
	$(SWIFT) build -c release --product clino-bench
	@tools/bench .build/release/clino-bench

format: ## Format the Swift sources in place.
	$(SWIFT) format --in-place --recursive --parallel $(SWIFT_SOURCES)

clean: ## Remove everything that was built or installed here.
	rm -rf .build .venv .venv-bench .venv-check $(REPORT)
