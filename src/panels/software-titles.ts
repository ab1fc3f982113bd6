/** What optional software is called, by its name in the goals; others are called by that name. */
export const softwareTitles: Readonly<Record<string, string>> = {
  conda: 'Conda',
  pytorch: 'PyTorch',
  r: 'R',
  rstudio: 'RStudio',
  vscode: 'VS Code',
  huggingface: 'Hugging Face',
  ubuntu: 'Ubuntu',
};
