#!/usr/bin/env bash
# Forwarding rules of DNS Private Resolver for All private, no exfiltration
# Options: https://learn.microsoft.com/cli/azure/dns-resolver/forwarding-rule
# Link a ruleset whose rules ask an inbound endpoint to other networks than the one of that endpoint:
# there its queries would come back to it.
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

# The design has no ruleset. These rules are for networks to which the private DNS zones are not linked.
az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='agentsvc-azure-automation-net' \
  --domain-name='agentsvc.azure-automation.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='api-azureml-ms' \
  --domain-name='api.azureml.ms.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='applicationinsights-azure-com' \
  --domain-name='applicationinsights.azure.com.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='aznbcontent-net' \
  --domain-name='aznbcontent.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='azurecr-io' \
  --domain-name='azurecr.io.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='blob-core-windows-net' \
  --domain-name='blob.core.windows.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='file-core-windows-net' \
  --domain-name='file.core.windows.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='inference-ml-azure-com' \
  --domain-name='inference.ml.azure.com.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='instances-azureml-ms' \
  --domain-name='instances.azureml.ms.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='instances-ml-azure-ms' \
  --domain-name='instances.ml.azure.ms.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='monitor-azure-com' \
  --domain-name='monitor.azure.com.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='notebooks-azure-net' \
  --domain-name='notebooks.azure.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='ods-opinsights-azure-com' \
  --domain-name='ods.opinsights.azure.com.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='oms-opinsights-azure-com' \
  --domain-name='oms.opinsights.azure.com.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='services-visualstudio-com' \
  --domain-name='services.visualstudio.com.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='vault-azure-net' \
  --domain-name='vault.azure.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'

az dns-resolver forwarding-rule create \
  --resource-group="$RESOURCE_GROUP" \
  --ruleset-name='private-endpoints' \
  --name='vaultcore-azure-net' \
  --domain-name='vaultcore.azure.net.' \
  --forwarding-rule-state='Enabled' \
  --target-dns-servers='[{ip-address:10.0.0.100,port:53}]'
