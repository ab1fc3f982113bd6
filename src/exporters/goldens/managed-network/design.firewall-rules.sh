#!/usr/bin/env bash
# Firewall rules of Managed network, internet open
# Options: https://learn.microsoft.com/cli/azure/network/firewall/policy/rule-collection-group
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

# The design shows no rules of a firewall policy.
