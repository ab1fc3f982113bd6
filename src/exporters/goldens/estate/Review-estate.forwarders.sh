#!/usr/bin/env bash
# Forwarding rules of DNS Private Resolver for Review estate
# Options: https://learn.microsoft.com/cli/azure/dns-resolver/forwarding-rule
# Link a ruleset whose rules ask an inbound endpoint to other networks than the one of that endpoint:
# there its queries would come back to it.
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='ruleset' \
  --name='corp' \
  --domain-name='corp.example.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.50.0.10,port:53},{ip-address:10.50.0.11,port:53}]'
