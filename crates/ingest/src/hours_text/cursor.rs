//! Where in the tokens the grammar has come to.

use super::token::{Lexeme, Token};

/// A place among tokens, to go on from or back to.
pub(super) struct Cursor<'a> {
    lexemes: &'a [Lexeme],
    at: usize,
    /// The farthest token that anything was looked for at: where it stopped making sense.
    farthest: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(lexemes: &'a [Lexeme]) -> Self {
        Self { lexemes, at: 0, farthest: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn farthest(&self) -> usize {
        self.farthest
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.lexemes.len()
    }

    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<&'a Token> {
        self.lexemes.get(self.at + ahead).map(|lexeme| &lexeme.token)
    }

    /// The token before.
    pub(super) fn last(&self) -> Option<&'a Token> {
        self.at.checked_sub(1).map(|at| &self.lexemes[at].token)
    }

    pub(super) fn take(&mut self) -> Option<Token> {
        let token = self.peek()?.clone();
        self.at += 1;
        self.farthest = self.farthest.max(self.at.min(self.lexemes.len() - 1));
        Some(token)
    }

    /// Goes past this token, if it is the next.
    pub(super) fn eat(&mut self, token: &Token) -> bool {
        let is_next = self.peek() == Some(token);
        if is_next {
            self.take();
        }
        is_next
    }

    /// Goes past one of these tokens.
    pub(super) fn eat_any(&mut self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| self.eat(token))
    }

    /// This token, or nothing.
    pub(super) fn want(&mut self, token: &Token) -> Option<()> {
        self.eat(token).then_some(())
    }

    /// What `read` makes of what comes; without an answer it stays where it was.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = before;
        }
        found
    }
}
