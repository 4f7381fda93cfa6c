//! Whether issues are as their codes declare them.

use xregion::Issue;

/// Asserts that issues have the parameters of their codes, each of its type.
pub(crate) fn assert_typed(issues: &[Issue]) {
    for issue in issues {
        let types = issue.code.param_types();
        let admitted = types.iter().zip(&issue.params).filter(|(type_, param)| type_.admits(param)).count();
        assert_eq!([admitted, issue.params.len()], [types.len(); 2], "{issue:?} has other parameters than {types:?}");
    }
}
