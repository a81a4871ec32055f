//! Answers that a model numbered as it was asked to, taken apart again.
//!
//! Does not know the questions.

/// Longest number read, in digits.
const MAX_DIGITS: usize = 2;

/// The answers of a text by the number before each: `1. …`, `2) …`, `**3.** …`. What
/// stands before the first number is left out; a number that comes again goes on.
///
/// ```
/// use floret::prompt::numbered;
/// let answers = numbered("Sure.\n1. Clerks.\n2) In two steps:\n   - one\n   - two");
/// assert_eq!(answers, [(1, "Clerks.".into()), (2, "In two steps:\n   - one\n   - two".into())]);
/// ```
pub fn numbered(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut current = None;
    for line in text.lines() {
        let (number, rest) = match (number_of(line), current) {
            (Some((number, rest)), _) => (number, rest),
            (None, Some(number)) => (number, line),
            (None, None) => continue,
        };
        current = Some(number);
        match found.iter_mut().find(|(known, _)| *known == number) {
            Some((_, answer)) => {
                answer.push('\n');
                answer.push_str(rest);
            }
            None => found.push((number, rest.to_owned())),
        }
    }
    for (_, answer) in &mut found {
        *answer = answer.trim().to_owned();
    }
    found.retain(|(_, answer)| !answer.is_empty());
    found
}

/// The number at the beginning of an unindented line, and what follows it.
fn number_of(line: &str) -> Option<(usize, &str)> {
    let bare = line
        .trim_start_matches("**")
        .trim_start_matches('#')
        .trim_start();
    if line.starts_with(char::is_whitespace) {
        return None;
    }
    let n_digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let number = bare.get(..n_digits).filter(|_| n_digits <= MAX_DIGITS)?;
    let number = number.parse().ok().filter(|number| *number > 0)?;
    let rest = bare.get(n_digits..)?;
    let rest = rest.strip_prefix(['.', ')', ':'])?;
    let rest = rest.strip_prefix("**").unwrap_or(rest);
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_apart.then(|| (number, rest.trim_start()))
}
