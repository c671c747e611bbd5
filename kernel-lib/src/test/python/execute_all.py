"""Executes notebooks with Jupyter's own nbclient and the kernel "matterbook"; says what went wrong, one line each.

Usage: execute_all.py NOTEBOOK... After the last cell of each notebook of solutions one more is run, progress().
"""

import sys

import nbclient
import nbformat

SECONDS_A_CELL = 300


def execute(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    solutions = "/solutions/" in path
    if solutions:
        notebook.cells.append(nbformat.v4.new_code_cell("progress();"))
    nbclient.NotebookClient(
        notebook, timeout=SECONDS_A_CELL, kernel_name="matterbook", allow_errors=True
    ).execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in code:
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"{path}: cell {cell.id}: {output.ename}: {output.evalue}"
            elif output.output_type == "stream" and output.name == "stderr":
                yield f"{path}: cell {cell.id} prints on standard error: {output.text}"
            elif output.output_type in ("display_data", "execute_result") and "text/plain" not in output.data:
                yield f"{path}: cell {cell.id}: an output without text/plain"
    shown = [o for cell in code for o in cell.outputs if o.output_type in ("display_data", "execute_result")]
    if not shown:
        yield f"{path}: nothing is shown"
    if solutions and not shown[-1].data["text/plain"].split("\n")[0].endswith("; all done"):
        yield f"{path}: progress() says {shown[-1].data['text/plain']}"
    print(f"executed {path}: {len(code)} cells, {len(shown)} values shown")


problems = [problem for path in sys.argv[1:] for problem in execute(path)]
print("\n".join(problems))
sys.exit(1 if problems else 0)
