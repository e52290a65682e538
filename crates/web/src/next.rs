//! The way back: where a page or a form leads when it is done, as it was asked to.

/// A path of this site, or None: an address of elsewhere would make our pages vouch for it.
pub fn own_path(text: &str) -> Option<&str> {
    let inside = text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\r', '\n', '\t']);
    inside.then_some(text)
}

/// The path, from which one comes back to `next`.
pub fn and_back(path: &str, next: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{path}?{query}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_leads_to_the_own_pages_alone() {
        for own in ["/", "/manage/teams/t/users/u?q=berg&from=a", "/a//b"] {
            assert_eq!(own_path(own), Some(own));
        }
        for away in
            ["", "users", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb", "/\t/e"]
        {
            assert_eq!(own_path(away), None, "{away:?}");
        }
        assert_eq!(and_back("/sign-in", "/manage?q=a&r=b"), "/sign-in?next=%2Fmanage%3Fq%3Da%26r%3Db");
    }
}
