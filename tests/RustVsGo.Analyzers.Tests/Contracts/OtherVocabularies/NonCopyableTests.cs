namespace RustVsGo.Analyzers.Tests.Contracts.OtherVocabularies;

/// <summary><c>[NonCopyable]</c> of any namespace: the struct is a move type.</summary>
public sealed class NonCopyableTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        namespace Anywhere.AtAll
        {
            internal sealed class NonCopyableAttribute : Attribute;
        }

        [Anywhere.AtAll.NonCopyable]
        struct Text : IDisposable
        {
            private char[] _chars;
            private int _count;

            public Text(int size) => (_chars, _count) = (new char[size], 0);

            public int Count => _count;

            public readonly int Capacity => _chars.Length;

            public ReadOnlySpan<char> Written => _chars.AsSpan(0, _count);

            public void Add(char letter) => _chars[_count++] = letter;

            public void Dispose() => _chars = null;
        }

        """;

    [Fact]
    public Task A_copy_is_a_move() => Check(
        """
        static class C
        {
            static void Take(Text text) { }

            static int Wrong()
            {
                var text = new Text(8);
                var other = text;
                other.Add('a');
                return {|RVG0382:text|}.Count;
            }

            static int Right()
            {
                var text = new Text(8);
                var other = text;
                other.Add('a');
                return other.Count;
            }

            static int Passed()
            {
                var text = new Text(8);
                Take(text);
                return {|RVG0382:text|}.Count;
            }

            static Text Returned()
            {
                var text = new Text(8);
                text.Add('a');
                text.Add('b');
                return text;
            }
        }
        """);

    [Fact]
    public Task What_is_borrowed_is_not_copied_out() => Check(
        """
        static class C
        {
            static int Wrong(in Text text)
            {
                var copy = {|RVG0507:text|};
                return copy.Count;
            }

            static int Right(ref Text text)
            {
                text.Add('a');
                return text.Count;
            }

            static int Through(ref Text text)
            {
                ref var same = ref text;
                same.Add('a');
                return same.Capacity;
            }
        }
        """);

    [Fact]
    public Task A_disposed_one_is_gone() => Check(
        """
        static class C
        {
            static int Wrong()
            {
                var text = new Text(8);
                text.Dispose();
                return {|RVG0382:text|}.Count;
            }

            static int Right()
            {
                using var text = new Text(8);
                text.Add('a');
                return text.Count;
            }
        }
        """);

    [Fact]
    public Task Its_members_may_mutate_it_and_end_no_borrow() => Check(
        """
        static class C
        {
            static int M()
            {
                var text = new Text(8);
                var written = text.Written;
                text.Add('a');
                return written.Length + text.Count;
            }
        }
        """);

    [Fact]
    public Task A_readonly_member_may_not_give_it_away() => Check(
        """
        [Anywhere.AtAll.NonCopyable]
        struct Pair
        {
            private Text _first;

            public readonly Text Wrong() => {|RVG0507:_first|};

            public readonly int Right() => _first.Capacity;
        }
        """);

    [Fact]
    public Task It_is_none_of_a_class() => Check(
        """
        [Anywhere.AtAll.NonCopyable]
        class Plain
        {
            private int _count;

            public void Add() => _count++;

            static void M()
            {
                var one = new Plain();
                var other = one;
                one.Add();
                other.Add();
            }
        }
        """);

    [Fact]
    public Task An_owned_one_is_judged_by_our_words() => Check(
        """
        [Anywhere.AtAll.NonCopyable, RustVsGo.Owned]
        struct Strict
        {
            private int _count;

            public void Wrong() => {|RVG0594:_count++|};

            [RustVsGo.Mutates]
            public void Right() => _count++;
        }
        """);

    private static Task Check(string program) => Verify.Ownership(Prelude + program);
}
