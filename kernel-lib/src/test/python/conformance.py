"""Jupyter's conformance suite on the installed kernel: 10 of its 12 tests.

Left out by giving them no sample code: test_pager (a payload that only IPython's pager uses) and test_clear_output
(a message that this kernel does not send: displays are updated in place).
"""

import unittest

import jupyter_kernel_test


class MatterbookConformance(jupyter_kernel_test.KernelTests):
    kernel_name = "matterbook"
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": '"".isBla', "matches": ["isBlank("]},
        {"text": "Math.hyp", "matches": ["hypot("]},
    ]
    complete_code_samples = ["1 + 1", "int x = 3;", "record P(int x) {}", "for (int i = 0; i < 3; i++) {}"]
    incomplete_code_samples = ["int f() {", "Math.max(1,", "for (int i = 0; i < 3; i++) {"]
    invalid_code_samples = ["int = = 3;"]
    code_generate_error = "throw new IllegalStateException();"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "Math.sqrt(2.25)", "result": "1.5"},
    ]
    code_display_data = [{"code": "display(1.5);", "mime": "text/plain"}]
    code_history_pattern = "6 ?*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"


if __name__ == "__main__":
    unittest.main(verbosity=2)
