#!/usr/bin/env bash
# Firewall rules of Hub and spoke with a firewall
# Options: https://learn.microsoft.com/cli/azure/network/firewall/policy/rule-collection-group
set -euo pipefail
: "${RESOURCE_GROUP:?set it to the resource group first}"

az network firewall policy rule-collection-group create \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --name='azure-machine-learning' \
  --priority='200'

az network firewall policy rule-collection-group collection add-filter-collection \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --name='required-tags' \
  --collection-priority='200' \
  --action='Allow' \
  --rule-name='computes-microsoft-entra-id' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='AzureActiveDirectory' \
  --destination-ports '80' '443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-azure-resource-manager' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='AzureResourceManager' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-azure-machine-learning' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='AzureMachineLearning' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-compute-management' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='AzureMachineLearning' \
  --destination-ports='5831' \
  --ip-protocols='UDP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-notebook-intellisense' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='AzureMachineLearning' \
  --destination-ports='18881' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-batch-node-management' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='BatchNodeManagement.westeurope' \
  --destination-ports='443' \
  --ip-protocols='Any'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-microsoft-managed-storage' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='Storage.westeurope' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-microsoft-container-registry' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='MicrosoftContainerRegistry.westeurope' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='computes-front-door-first-party' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.2.0/26' \
  --destination-addresses='AzureFrontDoor.FirstParty' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='people-microsoft-entra-id' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.0.128/27' \
  --destination-addresses='AzureActiveDirectory' \
  --destination-ports '80' '443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='people-azure-resource-manager' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.0.128/27' \
  --destination-addresses='AzureResourceManager' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-tags' \
  --name='people-azure-machine-learning' \
  --rule-type='NetworkRule' \
  --source-addresses='10.0.0.128/27' \
  --destination-addresses='AzureMachineLearning' \
  --destination-ports='443' \
  --ip-protocols='TCP'

az network firewall policy rule-collection-group collection add-filter-collection \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --name='required-hosts' \
  --collection-priority='300' \
  --action='Allow' \
  --rule-name='computes-studio-and-automated-ml' \
  --rule-type='ApplicationRule' \
  --source-addresses='10.0.2.0/26' \
  --target-fqdns 'ml.azure.com' 'automlresources-prod.azureedge.net' 'automlresources-prod-d0eaehh7g8andvav.b02.azurefd.net' \
  --protocols='Https=443'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-hosts' \
  --name='computes-conda' \
  --rule-type='ApplicationRule' \
  --source-addresses='10.0.2.0/26' \
  --target-fqdns 'anaconda.com' '*.anaconda.com' '*.anaconda.org' \
  --protocols='Https=443'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-hosts' \
  --name='computes-pip' \
  --rule-type='ApplicationRule' \
  --source-addresses='10.0.2.0/26' \
  --target-fqdns 'pypi.org' '*.pythonhosted.org' \
  --protocols='Https=443'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-hosts' \
  --name='people-studio-and-automated-ml' \
  --rule-type='ApplicationRule' \
  --source-addresses='10.0.0.128/27' \
  --target-fqdns 'ml.azure.com' 'automlresources-prod.azureedge.net' 'automlresources-prod-d0eaehh7g8andvav.b02.azurefd.net' \
  --protocols='Https=443'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-hosts' \
  --name='people-conda' \
  --rule-type='ApplicationRule' \
  --source-addresses='10.0.0.128/27' \
  --target-fqdns 'anaconda.com' '*.anaconda.com' '*.anaconda.org' \
  --protocols='Https=443'

az network firewall policy rule-collection-group collection rule add \
  --resource-group="$RESOURCE_GROUP" \
  --policy-name='afwp-hub' \
  --rule-collection-group-name='azure-machine-learning' \
  --collection-name='required-hosts' \
  --name='people-pip' \
  --rule-type='ApplicationRule' \
  --source-addresses='10.0.0.128/27' \
  --target-fqdns 'pypi.org' '*.pythonhosted.org' \
  --protocols='Https=443'
