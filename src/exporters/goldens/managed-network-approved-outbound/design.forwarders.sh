#!/usr/bin/env bash
# Forwarding rules of DNS Private Resolver for Managed network, approved outbound
# Options: https://learn.microsoft.com/cli/azure/dns-resolver/forwarding-rule
# Link a ruleset whose rules ask an inbound endpoint to other networks than the one of that endpoint:
# there its queries would come back to it.
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

# The design has no ruleset and no inbound endpoint that rules could ask.
