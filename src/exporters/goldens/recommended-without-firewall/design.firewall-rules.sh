#!/usr/bin/env bash
# Firewall rules of All private, without a firewall
# Options: https://learn.microsoft.com/cli/azure/network/firewall/policy/rule-collection-group
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

# The design shows no rules of a firewall policy.
