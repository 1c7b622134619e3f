// What random twins are about; Prelude.cs says the same in C#.

/// Owns something on the heap, as an object of C# does.
#[derive(Default)]
pub struct Part {
    pub n: i32,
    text: String,
}

#[derive(Default)]
pub struct Data {
    pub a: Part,
    pub b: Part,
    pub extra: Option<Part>,
    pub n: i32,
}

/// A struct in C# too.
#[derive(Default)]
pub struct Ticket {
    pub n: i32,
    text: String,
}

#[derive(Default)]
pub struct Outer {
    pub left: Data,
    pub right: Data,
    pub tag: Part,
    pub stub: Ticket,
    pub n: i32,
}

/// A type with a destructor.
#[derive(Default)]
pub struct Res {
    pub p: Part,
    pub q: Part,
    pub n: i32,
}

impl Drop for Res {
    fn drop(&mut self) {}
}

#[derive(Default)]
pub struct Bag {
    items: Vec<Part>,
    pub n: i32,
}

#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    data: &'a Data,
}

pub struct Editor<'a> {
    data: &'a mut Data,
}

/// Holds an exclusive borrow until its destructor ran.
pub struct Guard<'a> {
    data: &'a mut Data,
}

impl<'a> Drop for Guard<'a> {
    fn drop(&mut self) {}
}

macro_rules! members {
    ($($name:ident)*) => {
        $(impl $name {
            pub fn peek(&self) -> i32 { self.n }
            pub fn touch(&mut self) { self.n += 1; }
            pub fn mix(&mut self, n: i32) { self.n = n; }
            pub fn dup(&self) -> $name { make() }
            pub fn compare(&self, other: &$name) -> i32 { self.n - other.n }
            pub fn meld(&mut self, other: &$name) { self.n = other.n; }
            pub fn absorb(&mut self, other: $name) { self.n = other.n; }
            pub fn step(self) -> $name { self }
            pub fn same(&self) -> &$name { self }
            pub fn same_mut(&mut self) -> &mut $name { self }
        })*
    };
}

members! { Part Data Outer Res Bag Ticket }

impl Data {
    pub fn view(&self) -> &Part { &self.a }
    pub fn view_mut(&mut self) -> &mut Part { &mut self.a }
    pub fn finish(self) -> Part { self.a }
}

impl Outer {
    pub fn view(&self) -> &Data { &self.left }
    pub fn view_mut(&mut self) -> &mut Data { &mut self.left }
    pub fn finish(self) -> Data { self.left }
}

impl Res {
    pub fn view(&self) -> &Part { &self.p }
    pub fn view_mut(&mut self) -> &mut Part { &mut self.p }
}

impl Bag {
    pub fn push(&mut self, part: Part) { self.items.push(part); }
    pub fn pop(&mut self) -> Part { self.items.pop().unwrap() }
    pub fn get(&self, i: usize) -> &Part { &self.items[i] }
    pub fn all(&self) -> &[Part] { &self.items }
    pub fn all_mut(&mut self) -> &mut [Part] { &mut self.items }
    pub fn get_mut(&mut self, i: usize) -> &mut Part { &mut self.items[i] }
}

impl<'a> Cursor<'a> {
    pub fn new(data: &'a Data) -> Cursor<'a> { Cursor { data } }
    pub fn look(&self) -> &'a Part { &self.data.a }
    pub fn peek(&self) -> i32 { self.data.n }
}

impl<'a> Editor<'a> {
    pub fn new(data: &'a mut Data) -> Editor<'a> { Editor { data } }
    pub fn touch(&mut self) { self.data.n += 1; }
    pub fn peek(&self) -> i32 { self.data.n }
}

impl<'a> Guard<'a> {
    pub fn new(data: &'a mut Data) -> Guard<'a> { Guard { data } }
    pub fn touch(&mut self) { self.data.n += 1; }
    pub fn peek(&self) -> i32 { self.data.n }
}

pub fn make<T: Default>() -> T { T::default() }
pub fn pass<T>(value: T) -> T { value }
pub fn eat<T>(_value: T) {}
pub fn see<T>(_value: &T) {}
pub fn edit<T>(_value: &mut T) {}
pub fn both<T>(_x: &T, _y: &T) {}
pub fn clash<T>(_x: &mut T, _y: &T) {}
pub fn swap<T>(_x: &mut T, _y: &mut T) {}
pub fn feed<T>(_x: &mut T, _y: T) {}
pub fn fill<T: Default>(value: &mut T) { *value = make(); }
pub fn pick<'a, T>(x: &'a T, y: &'a T) -> &'a T { if cond() { x } else { y } }
pub fn first<'a, 'b, T>(x: &'a T, _y: &'b T) -> &'a T { x }
pub fn pick_mut<'a, T>(x: &'a mut T, y: &'a mut T) -> &'a mut T { if cond() { x } else { y } }
pub fn takes<T>(_value: T) -> bool { cond() }
pub fn make_array<T: Default>() -> [T; 2] { [make(), make()] }
pub fn run(mut f: impl FnMut()) { f(); f(); }
pub fn run_once(f: impl FnOnce()) { f(); }
pub fn keep(_f: impl FnMut() + 'static) {}
pub fn cond() -> bool { std::env::args().count() == 1 }
pub fn three() -> i32 { std::env::args().count() as i32 }
pub fn num(_n: i32) {}
