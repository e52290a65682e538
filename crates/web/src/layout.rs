pub fn skip(lang: kernel::Lang) -> String { i18n_embed_fl::fl!(crate::texts(lang), "skip") }
#[cfg(test)]
mod tests {
    #[test]
    fn t() { assert_eq!(super::skip(kernel::Lang::Sv), "Hoppa till innehållet"); assert_eq!(super::skip(kernel::Lang::En), "Skip to content"); }
}
