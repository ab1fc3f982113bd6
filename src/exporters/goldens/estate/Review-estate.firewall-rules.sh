#!/usr/bin/env bash
# Firewall rules of Review estate
# Options: https://learn.microsoft.com/cli/azure/network/firewall/policy/rule-collection-group
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

az network firewall policy rule-collection-group create \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp' \
  --name='group' \
  --priority='200'

az network firewall policy rule-collection-group collection add-filter-collection \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp' \
  --rule-collection-group-name='group' \
  --name='tags' \
  --collection-priority='200' \
  --action='Allow' \
  --rule-name='entra' \
  --rule-type='NetworkRule' \
  --source-addresses='10.2.0.0/24' \
  --destination-addresses='AzureActiveDirectory' \
  --destination-ports '80' '443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection add-filter-collection \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp' \
  --rule-collection-group-name='group' \
  --name='hosts' \
  --collection-priority='300' \
  --action='Allow' \
  --rule-name='engineer'\''s pip' \
  --rule-type='ApplicationRule' \
  --source-addresses='*' \
  --target-fqdns 'pypi.org' '*.pythonhosted.org' \
  --protocols='Https=443'
